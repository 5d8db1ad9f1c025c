import asyncio

async with asyncio.Lock():
    print("locked")
text = """
  one
two
"""
print(text, """a
b""", f"""{
    len(text)
}
c""")
values = [
    1,
  2,
]
total = 1 + \
    2
print(values, total)
