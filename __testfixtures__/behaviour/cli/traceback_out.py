import asyncio


class ConfigError(Exception):
    pass


async def load(path):
    await asyncio.sleep(0)
    if not path.endswith(".toml"):
        raise ConfigError(f"not a config: {path}")
    return {}


print(asyncio.run(load("a.toml")))
print(asyncio.run(load("b.ini")))
print("never printed")
