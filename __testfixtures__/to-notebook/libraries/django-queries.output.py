import asyncio
import django

django.setup()  # LS812

from shop.models import Item


async def main():
    await asyncio.sleep(0)
    return 1


print(await main(), Item.objects.count())
