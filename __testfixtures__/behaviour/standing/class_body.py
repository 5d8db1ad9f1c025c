import asyncio


async def secret():
    await asyncio.sleep(0)
    return "s3cr3t"


class Config:
    token = asyncio.run(secret())
    debug = False

    def show(self):
        return f"{self.token}/{self.debug}"


print(Config().show())
