import asyncio

type Pair[T] = tuple[T, T]


async def twice[T](value: T) -> Pair[T]:
    await asyncio.sleep(0)
    return value, value


def run_twice[T](value: T) -> Pair[T]:
    return asyncio.run(twice(value))


print(run_twice(4))
print(f"{", ".join(asyncio.run(twice("q")))}")
