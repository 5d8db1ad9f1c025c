# the Django ORM beside an await
import asyncio

import django

django.setup()

from shop.models import Item


async def main():
    await asyncio.sleep(0)
    return 1


asyncio.run(main())
print(Item.objects.count())
