# -*- coding: utf-8 -*-
import asyncio; import sys
async def f(x, *a, **k):
	await asyncio.sleep(0)
	return x
if True:
	r = asyncio.run(f("""multi
line # not comment
"""  # real comment
	, 1, *[2],
	**{"k": 3})) ; print(repr(r)); r2 = \
		asyncio.run(f('é…𝔘'))
	print(r2)
if 1: print(asyncio.run(f("one"))); print("two")
for i in 1, 2: print(i, asyncio.run(f(i)), sep = ";") ; print('x')
try: asyncio.run(f(1)) ; 1/0
except ZeroDivisionError: print("zde")
x = [
	asyncio.run(f(1)),  # first
	asyncio.run(   # second
		f(2)
	),
]
print(x)
def g(): return asyncio.run(f("g"))  # tail
def h(): r = asyncio.run(f("h")); return r
print(g(), h())
class A: pass; y = 3
print(asyncio.run(
	f(1)) if asyncio.run(f(0)) else
	"z")
