import asyncio, random
random.seed(4)

attempts = {}

async def flaky(name):
    attempts[name] = attempts.get(name, 0) + 1
    await asyncio.sleep(0)
    if attempts[name] < len(name):
        raise ConnectionError(f'{name}: attempt {attempts[name]}')
    return name.upper()

async def retry(coro_function, *args, tries=5, delay=0.001):
    for attempt in range(tries):
        try:
            return await coro_function(*args)
        except ConnectionError as err:
            print('retrying after', err)
            await asyncio.sleep(delay * 2 ** attempt + random.random() / 1000)
    raise TimeoutError(f'gave up on {args}')

print(asyncio.run(retry(flaky, 'abc')))
try:
    print(asyncio.run(retry(flaky, 'much too long', tries=2)))
except TimeoutError as e:
    print('failed:', e)
else:
    print('unreachable')
finally:
    print('attempts', attempts)
