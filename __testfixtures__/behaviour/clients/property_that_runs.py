import asyncio


async def lookup(n):
    await asyncio.sleep(0)
    return n * 100


class Account:
    def __init__(self, number):
        self.number = number

    @property
    def balance(self):
        return asyncio.run(lookup(self.number))

    def __repr__(self):
        return "<Account %d: %d>" % (self.number, self.balance)


account = Account(3)
print(account.balance)
print(account)
