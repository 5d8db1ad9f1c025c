/**
 * Where a run can stand. `E` and `F` are two of them, `@` a number that makes names unique, `A` what a helper is called with.
 */

/** Statements at module level. `awaits`: what may also hold an `await` in E's place. */
export const STATEMENTS = [
  { text: 'print(E)', awaits: true },
  { text: 'E', awaits: true },
  { text: 'x@ = E\nprint(x@)', awaits: true },
  { text: 'x@: object = E\nprint("x", x@)', awaits: true },
  { text: 'print([E for _ in range(2)])', awaits: true },
  { text: 'print(f"got {E}")', awaits: true },
  { text: 'print(E, F)', awaits: true },
  { text: 'print(bool(E) and F)', awaits: true },
  { text: 'print(str(E) + str(F))', awaits: true },
  { text: 'print({"k": E, **{}})', awaits: true },
  { text: 'if E:\n    print("yes")\nelse:\n    print("no")', awaits: true },
  { text: 'if (x@ := E):\n    print(x@)', awaits: true },
  { text: 'print(E if F else None)', awaits: true },
  { text: 'for i@ in range(2):\n    print(i@, E)', awaits: true },
  { text: 'while True:\n    print(E)\n    break', awaits: true },
  { text: 'try:\n    print(E)\nexcept ValueError as error@:\n    print("caught", error@)', awaits: true },
  { text: 'try:\n    print(E)\nfinally:\n    print("finally")', awaits: true },
  {
    text: 'try:\n    print(E)\nexcept BaseException as error@:\n    print("base", type(error@).__name__)\nelse:\n    print("else")',
    awaits: true,
  },
  { text: 'try:\n    print(E)\nexcept KeyboardInterrupt:\n    print("interrupt")', awaits: true },
  { text: 'with contextlib.suppress(ValueError):\n    print(E)\nprint("after")', awaits: true },
  { text: 'assert E is not None', awaits: true },
  { text: 'if __name__ == "__main__":\n    print(E)', awaits: true },
  { text: 'x@, *y@ = E, 2, F\nprint(x@, y@)', awaits: true },
  { text: 'd@ = {}\nd@["k"] = E\nprint(d@)', awaits: true },
  { text: 'print(list(E for _ in range(2)))' },
  { text: 'print(any(E for _ in range(2)))' },
  { text: 'print((lambda: E)())' },
  { text: 'print(sorted([2, 1], key=lambda each: str(E)))' },
  { text: 'f@ = lambda n=E: n\nprint(f@())', awaits: true },
  { text: 'class Held@:\n    value = E\n\n\nprint(Held@.value)' },
  {
    text: 'class Held@:\n    values = [E]\n\n    def show(self):\n        return self.values\n\n\nprint(Held@().show())',
  },
  { text: 'def later@(n=E):\n    return n\n\n\nprint(later@())', awaits: true },
  { text: 'async def outer@():\n    return await asyncio.to_thread(lambda: E)\n\n\nprint(asyncio.run(outer@()))' },
  { text: 'thread@ = threading.Thread(target=lambda: print(E))\nthread@.start()\nthread@.join()' },
  { text: 'with concurrent.futures.ThreadPoolExecutor() as pool@:\n    print(pool@.submit(lambda: E).result())' },
  { text: 'print(eval("1"), E)', awaits: true },
  {
    text: 'match E:\n    case None:\n        print("none")\n    case other@:\n        print("other", other@)',
    awaits: true,
    python: '3.10',
  },
  { text: 'del_@ = [E]\ndel del_@[0]\nprint(del_@)', awaits: true },
  { text: 'started@ = time.monotonic()\nE\nprint(time.monotonic() - started@ < 5)', awaits: true },
  { text: 'name@ = "n"\n\n\ndef show@():\n    print(name@)\n\n\nname@ = E\nshow@()', awaits: true },
];

/** A sync helper with a run in it, and how it is reached. */
export const HELPERS = [
  { text: 'def go@(n=1):\n    return E', call: 'go@()' },
  { text: 'def go@(n=1):\n    print("before")\n    E\n    print("after")', call: 'go@()' },
  {
    text: 'def go@():\n    try:\n        return E\n    except ValueError:\n        return "bad"\n    finally:\n        print("done")',
    call: 'go@()',
  },
  { text: 'def inner@():\n    return E\n\n\ndef go@():\n    return [inner@()]', call: 'go@()' },
  { text: 'def go@(n=2):\n    if n == 0:\n        return []\n    return [E] + go@(n - 1)', call: 'go@()' },
  { text: 'def go@():\n    def inner():\n        return E\n    return inner()', call: 'go@()' },
  {
    text: 'def go@():\n    total = 0\n    def inner():\n        nonlocal total\n        E\n        total += 1\n    inner()\n    return total',
    call: 'go@()',
  },
  { text: 'class Box@:\n    def get(self):\n        return E', call: 'Box@().get()' },
  { text: 'class Box@:\n    def __init__(self):\n        self.value = E', call: 'Box@().value' },
  { text: 'class Box@:\n    @property\n    def value(self):\n        return E', call: 'Box@().value' },
  { text: 'class Box@:\n    @staticmethod\n    def get():\n        return E', call: 'Box@.get()' },
  { text: 'class Box@:\n    @classmethod\n    def get(cls):\n        return E', call: 'Box@.get()' },
  {
    text: 'class Base@:\n    def get(self):\n        return "base"\n\n\nclass Box@(Base@):\n    def get(self):\n        return (super().get(), E)',
    call: 'Box@().get()',
  },
  {
    text: 'class Base@:\n    def show(self):\n        return self.get()\n\n\nclass Box@(Base@):\n    def get(self):\n        return E',
    call: 'Box@().show()',
  },
  { text: 'class Box@:\n    def __len__(self):\n        E\n        return 3', call: 'len(Box@())' },
  { text: 'class Box@:\n    def __call__(self, n=1):\n        return E', call: 'Box@()()' },
  {
    text: 'class Box@:\n    def __enter__(self):\n        return E\n\n    def __exit__(self, *exc):\n        F\n\n\ndef go@():\n    with Box@() as made:\n        return made',
    call: 'go@()',
  },
  { text: 'class Box@:\n    def __iter__(self):\n        yield E', call: 'list(Box@())' },
  { text: 'def gen@():\n    yield E\n    yield F', call: 'list(gen@())' },
  {
    text: '@contextlib.contextmanager\ndef held@():\n    yield E\n\n\ndef go@():\n    with held@() as made:\n        return made',
    call: 'go@()',
  },
  { text: '@functools.lru_cache(None)\ndef go@(n=1):\n    return E', call: '(go@(), go@())' },
  {
    text: 'def noisy@(function):\n    @functools.wraps(function)\n    def wrapper(*args):\n        print("calling")\n        return function(*args)\n    return wrapper\n\n\n@noisy@\ndef go@(n=1):\n    return E',
    call: 'go@()',
  },
  {
    text: 'def noisy@(function):\n    def wrapper(*args):\n        return E, function(*args)\n    return wrapper\n\n\n@noisy@\ndef go@(n=1):\n    return n',
    call: 'go@()',
  },
  { text: 'def go@(n=1):\n    return E', call: 'list(map(go@, [1, 2]))' },
  { text: 'def go@(n=1):\n    return E', call: '[go@(i) for i in range(2)]' },
  { text: 'def go@(n=1):\n    return E', call: 'list(go@(i) for i in range(2))' },
  { text: 'def go@(n=1):\n    return E', call: 'functools.partial(go@, 1)()' },
  { text: 'def go@(n=1):\n    return E\n\n\nalias@ = go@', call: 'alias@()' },
  { text: 'def go@(n=1):\n    return E\n\n\ntable@ = {"go": go@}', call: 'table@["go"]()' },
  { text: 'def go@(n=1):\n    return E\n\n\ndef apply@(function):\n    return function()', call: 'apply@(go@)' },
  { text: 'def go@(n=1):\n    return E', call: '(lambda: go@())()' },
  {
    text: 'def go@(n=1):\n    return E\n\n\nwith concurrent.futures.ThreadPoolExecutor() as pool@:\n    later@ = pool@.submit(go@)',
    call: 'later@.result()',
  },
  {
    text: 'def go@(n=1):\n    return E\n\n\nasync def outer@():\n    return await asyncio.to_thread(go@)',
    call: 'asyncio.run(outer@())',
  },
  {
    text: 'def go@(n=1):\n    return E\n\n\nclass Base@:\n    def __init_subclass__(cls):\n        cls.value = go@()\n\n\nclass Box@(Base@):\n    pass',
    call: 'Box@.value',
  },
  {
    text: '@dataclasses.dataclass\nclass Box@:\n    value: object = dataclasses.field(default_factory=lambda: E)',
    call: 'Box@().value',
  },
  {
    text: 'def go@(n=1):\n    loop = asyncio.new_event_loop()\n    try:\n        return loop.run_until_complete(C)\n    finally:\n        loop.close()',
    call: 'go@()',
  },
  {
    text: 'def go@(n=1):\n    loop = asyncio.new_event_loop()\n    asyncio.set_event_loop(loop)\n    first = loop.run_until_complete(C)\n    second = loop.run_until_complete(C)\n    loop.close()\n    return first, second',
    call: 'go@()',
  },
  {
    text: 'class Box@:\n    def __init__(self):\n        self.loop = asyncio.new_event_loop()\n\n    def get(self):\n        return self.loop.run_until_complete(C)\n\n    def close(self):\n        self.loop.close()\n\n\nbox@ = Box@()',
    call: '(box@.get(), box@.close())',
  },
  {
    text: 'def go@():\n    for i in range(3):\n        value = E\n        if i:\n            return i, value',
    call: 'go@()',
  },
  { text: 'def go@():\n    global made@\n    made@ = E', call: '(go@(), made@)' },
  { text: 'def go@(*args, key=None, **more):\n    return E, args, key', call: 'go@(1, key=2)' },
  {
    text: 'def go@():\n    with concurrent.futures.ThreadPoolExecutor(1) as pool:\n        return pool.submit(asyncio.run, C).result()',
    call: 'go@()',
  },
  {
    text: 'def go@():\n    try:\n        asyncio.get_running_loop()\n    except RuntimeError:\n        return asyncio.run(C)\n    raise AssertionError("no")',
    call: 'go@()',
  },
];

/** Several statements that drive by themselves. */
export const WHOLE = [
  'loop@ = asyncio.new_event_loop()\nprint(loop@.run_until_complete(C))\nprint(loop@.run_until_complete(C))\nloop@.close()',
  'loop@ = asyncio.new_event_loop()\nasyncio.set_event_loop(loop@)\ntry:\n    print(loop@.run_until_complete(C))\nfinally:\n    loop@.close()',
  'loop@ = asyncio.new_event_loop()\ntask@ = loop@.create_task(C)\nprint(loop@.run_until_complete(task@))\nloop@.close()',
  'with contextlib.closing(asyncio.new_event_loop()) as loop@:\n    print(loop@.run_until_complete(C))',
  'with asyncio.Runner() as runner@:\n    print(runner@.run(C))\n    print(runner@.run(C))',
  'try:\n    loop@ = asyncio.get_running_loop()\nexcept RuntimeError:\n    loop@ = None\nif loop@ and loop@.is_running():\n    task@ = loop@.create_task(C)\nelse:\n    asyncio.run(C)',
  'try:\n    asyncio.get_running_loop()\nexcept RuntimeError:\n    print(asyncio.run(C))\nelse:\n    print("running")',
  'job@ = C\nprint(asyncio.run(job@))',
  'async def main@():\n    print("main")\n    print(await C)\n\n\nasyncio.run(main@())',
  'async def main@():\n    await asyncio.gather(C, C)\n    print("gathered")\n\n\nif __name__ == "__main__":\n    asyncio.run(main@())',
  'async def main@():\n    try:\n        print(await C)\n    except ValueError as error:\n        print("inside", error)\n    raise RuntimeError("end of main")\n\n\ntry:\n    asyncio.run(main@())\nexcept RuntimeError as error@:\n    print(error@, error@.__context__)',
  'loop@ = asyncio.new_event_loop()\nloop@.call_soon(print, "soon")\nprint(loop@.run_until_complete(C))\nloop@.close()',
  'loop@ = asyncio.new_event_loop()\nloop@.create_task(C)\nloop@.call_later(0.05, loop@.stop)\nloop@.run_forever()\nloop@.close()',
];

/** Statements of a notebook: its cells await. */
export const AWAITING = [
  'print(await C)',
  'x@ = await C\nprint(x@)',
  'await asyncio.gather(C, C)',
  'task@ = asyncio.create_task(C)\nprint(await task@)',
  'task@ = asyncio.create_task(C)\nprint("made")\nawait asyncio.sleep(0.03)\nprint(task@.done())\nawait task@',
  'lock@ = asyncio.Lock()\nasync with lock@:\n    print(await C)',
  'async for each@ in numbers@():\n    print(each@, await C)',
  'print([each async for each in numbers@()])',
  'try:\n    await C\nexcept ValueError as error@:\n    print(error@)',
  'event@ = asyncio.Event()\n\n\nasync def waiter@():\n    await event@.wait()\n    print("event", await C)\n\n\nwaiting@ = asyncio.create_task(waiter@())\nawait asyncio.sleep(0)\nevent@.set()\nawait waiting@',
  'queue@ = asyncio.Queue()\nawait queue@.put(1)\nprint(await queue@.get(), await C)',
  'total@ = 0\nfor i@ in range(2):\n    total@ += len(str(await C))\n\n\ndef show@():\n    print(total@)\n\n\nshow@()',
  'with contextlib.suppress(ValueError):\n    y@ = await C\n    print(y@)',
  'found@ = {i: await C for i in range(2)}\nprint(found@)',
  'class Held@:\n    def __init__(self, value):\n        self.value = value\n\n\nprint(Held@(await C).value)',
  'loop@ = asyncio.get_running_loop()\nprint(loop@.is_running(), await C)',
  'if await C:\n    def chosen@():\n        return "yes"\nelse:\n    def chosen@():\n        return "no"\nprint(chosen@())',
  'try:\n    async with asyncio.timeout(5):\n        print(await C)\nfinally:\n    print("timed")',
  'import math as math@\nprint(math@.floor(1.5), await C)',
  'z@ = [await C, *[await C]]\nprint([z for z in z@])',
  'print(f"{await C!r:>8}")',
  'first@, second@ = await asyncio.gather(C, C)\n(lambda: print(first@, second@))()',
];
