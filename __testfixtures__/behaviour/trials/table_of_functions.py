import asyncio
async def hello(name): print("hello", name)
async def bye(name): print("bye", name)
def cmd_hello(n): asyncio.run(hello(n))
def cmd_bye(n): asyncio.run(bye(n))
COMMANDS = {"hello": cmd_hello, "bye": cmd_bye}
for c in ["hello", "bye"]:
    COMMANDS[c]("bob")
globals()["cmd_" + "hello"]("dyn")
getattr(__import__("sys").modules["__main__"], "cmd_bye", cmd_bye)("x")
