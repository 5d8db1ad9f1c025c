import asyncio
import os

import django

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
django.setup()

from shop.models import Item


async def main():
    await asyncio.sleep(0)
    return 1


print(asyncio.run(main()), Item.objects.count())
