import asyncio
class R:
    def __init__(s, v): s.v = v
    def __call__(s): return s.v
    def __getitem__(s, i): return (s.v, i)
async def f(x=2): return x
async def r(x): return R(x)
c = True
print(asyncio.run(f())**2, -asyncio.run(f(3))**2, asyncio.run(r(4)).v, asyncio.run(r(5))(), asyncio.run(r(6))[1:2])
print(asyncio.run(f(1) if c else f(2)), asyncio.run(f(7))if c else 0, not asyncio.run(f(0)), 1 if asyncio.run(f())else 2)
print([asyncio.run(f(i)) for i in range(3)], {asyncio.run(f(i)): i for i in range(2)})
print(f"{asyncio.run(f(8))!r:>4} {asyncio.run(f(9)):03d} { asyncio.run(f('x')) }")
x = asyncio.run(
    f(  # the value
        10
    )
) + 1; print(x)
y = asyncio . run ( f ( 11 ) ) ; print ( y )
z = asyncio. \
    run(f(12)); print(z)
assert asyncio.run(f(1)), "no"
for i in asyncio.run(f((1,2))): print(i, end=" ")
print()
while asyncio.run(f(0)): pass
else: print("else")
if (n := asyncio.run(f(5))) > 3: print("n", n)
print((lambda a, b=asyncio.run(f(3)): a + b)(1))
d = {}
d[asyncio.run(f("k"))] = asyncio.run(f("v")); print(d)
del d[asyncio.run(f("k"))]; print(d)
print(*asyncio.run(f([1,2])), **asyncio.run(f({"sep": "-"})))
print(asyncio.run(f(1)) if asyncio.run(f(0)) else asyncio.run(f("else")))
print(asyncio.run(f(1)) < asyncio.run(f(2)) < asyncio.run(f(3)))
print((yield_ := asyncio.run(f("w"))))
a, *b = asyncio.run(f("abc")); print(a, b)
print(asyncio.run(main=f(3)))
print(asyncio.run(f(3), debug=False))
print(asyncio.run(*[f(4)]))
print("a" "b"if asyncio.run(f())else"c", [asyncio.run(f())for _ in"ab"])
print(1if(asyncio.run(f()))else 2, not(asyncio.run(f())), 3 in(asyncio.run(f([3]))))
