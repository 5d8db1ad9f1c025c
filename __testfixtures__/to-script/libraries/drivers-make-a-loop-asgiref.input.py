from asgiref.sync import async_to_sync


async def fetch(n, k=0):
    return n + k


print(async_to_sync(fetch)(1, k=2))
print(async_to_sync(lambda: fetch(1))())
later = async_to_sync(fetch)
