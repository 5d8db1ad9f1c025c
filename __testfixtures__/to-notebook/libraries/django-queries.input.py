import asyncio
import django

django.setup()  # LS812

from shop.models import Item


async def main():
    await asyncio.sleep(0)
    return 1


print(asyncio.run(main()), Item.objects.count())
