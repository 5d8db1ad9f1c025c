/**
 * What coroutines do in generated programs. Each is `{ name, call, text, needs?, python? }`: how it is called, and the `async def`s and names
 * that it takes. All of them end, and show what they do.
 */
const define = (name, text, more = {}) => ({ name, call: `${name}(1)`, text, needs: [], ...more });

export const COROUTINES = [
  define('work', 'async def work(n=0):\n    print("work", n)\n    await asyncio.sleep(0)\n    return n'),
  define('quiet', 'async def quiet(n=0):\n    return n + 1'),
  define('slow', 'async def slow(n=0):\n    await asyncio.sleep(0.004 * n)\n    print("slow", n)\n    return [n]'),
  define('fail', 'async def fail(n=0):\n    await asyncio.sleep(0)\n    raise ValueError("failed %d" % n)'),
  define(
    'tidy',
    'async def tidy(n=0):\n    try:\n        await asyncio.sleep(0.02)\n        print("tidy done")\n    finally:\n        print("tidy finally")\n    return n',
  ),
  define('count', 'async def count(n=0):\n    global counter\n    counter += n\n    return counter', {
    needs: ['counter = 0'],
    shows: 'counter',
  }),
  define('note', 'async def note(n=0):\n    await asyncio.sleep(0)\n    log.append(n)\n    return len(log)', {
    needs: ['log = []'],
    shows: 'log',
  }),
  define('both', 'async def both(n=0):\n    return await asyncio.gather(work(n), slow(n))', {
    after: ['work', 'slow'],
  }),
  define('nested', 'async def nested(n=0):\n    first = await work(n)\n    return first + await quiet(first)', {
    after: ['work', 'quiet'],
  }),
  define('one_fails', 'async def one_fails(n=0):\n    await asyncio.gather(fail(n), tidy(n))', {
    after: ['fail', 'tidy'],
  }),
  define(
    'some_fail',
    'async def some_fail(n=0):\n    found = await asyncio.gather(fail(n), work(n), return_exceptions=True)\n    return [str(each) for each in found]',
    { after: ['fail', 'work'] },
  ),
  define(
    'in_time',
    'async def in_time(n=0):\n    try:\n        return await asyncio.wait_for(tidy(n), 0.003)\n    except asyncio.TimeoutError:\n        print("too late")',
    { after: ['tidy'] },
  ),
  define(
    'leave_task',
    'async def leave_task(n=0):\n    task = asyncio.ensure_future(tidy(n))\n    await asyncio.sleep(0)\n    return n',
    { after: ['tidy'] },
  ),
  define(
    'keep_task',
    'async def keep_task(n=0):\n    tasks.append(asyncio.get_running_loop().create_task(slow(n)))\n    return len(tasks)',
    { after: ['slow'], needs: ['tasks = []'], shows: '[task.cancelled() for task in tasks]' },
  ),
  define(
    'wait_task',
    'async def wait_task(n=0):\n    task = asyncio.create_task(slow(n))\n    print("made")\n    return await task',
    { after: ['slow'] },
  ),
  define(
    'first_of',
    'async def first_of(n=0):\n    done, pending = await asyncio.wait(\n        [asyncio.ensure_future(work(n)), asyncio.ensure_future(tidy(n))], return_when=asyncio.FIRST_COMPLETED\n    )\n    return len(done), len(pending)',
    { after: ['work', 'tidy'] },
  ),
  define(
    'in_turn',
    'async def in_turn(n=0):\n    found = []\n    for each in asyncio.as_completed([slow(2), work(1)]):\n        found.append(await each)\n    return found',
    { after: ['slow', 'work'] },
  ),
  define('set_name', 'async def set_name(n=0):\n    name.set("set by %d" % n)\n    return n', {
    needs: ['name = contextvars.ContextVar("name", default="nobody")'],
    shows: 'name.get()',
  }),
  define('get_name', 'async def get_name(n=0):\n    return name.get()', {
    needs: ['name = contextvars.ContextVar("name", default="nobody")'],
    shows: 'name.get()',
  }),
  define(
    'same_loop',
    'async def same_loop(n=0):\n    loops.append(asyncio.get_running_loop())\n    return all(each is loops[0] for each in loops)',
    { needs: ['loops = []'] },
  ),
  define('kept_loop', 'async def kept_loop(n=0):\n    loops.append(asyncio.get_running_loop())', {
    needs: ['loops = []'],
    shows: 'len(loops), len(set(loops)) > 0',
  }),
  define('locked', 'async def locked(n=0):\n    async with lock:\n        return await work(n)', {
    after: ['work'],
    needs: ['lock = asyncio.Lock()'],
    shows: 'lock.locked()',
    python: '3.10',
  }),
  define('put', 'async def put(n=0):\n    await queue.put(n)\n    return queue.qsize()', {
    needs: ['queue = asyncio.Queue()'],
    shows: 'queue.qsize()',
    python: '3.10',
  }),
  define(
    'later',
    'async def later(n=0):\n    asyncio.get_running_loop().call_later(0.005, print, "later", n)\n    return n',
  ),
  define('soon', 'async def soon(n=0):\n    asyncio.get_running_loop().call_soon(print, "soon", n)\n    return n'),
  define(
    'take_two',
    'async def take_two(n=0):\n    async for each in numbers(n):\n        if each > n + 1:\n            break\n        print("took", each)',
    {
      needs: [
        'async def numbers(start):\n    try:\n        for i in range(5):\n            yield start + i\n    finally:\n            print("numbers closed")',
      ],
    },
  ),
  define('take_all', 'async def take_all(n=0):\n    return [each async for each in numbers(n)]', {
    needs: [
      'async def numbers(start):\n    try:\n        for i in range(5):\n            yield start + i\n    finally:\n            print("numbers closed")',
    ],
  }),
  define(
    'threaded',
    'async def threaded(n=0):\n    return await asyncio.get_running_loop().run_in_executor(None, pow, 2, n)',
  ),
  define(
    'grouped',
    'async def grouped(n=0):\n    async with asyncio.TaskGroup() as group:\n        first = group.create_task(work(n))\n        group.create_task(slow(n))\n    return first.result()',
    { after: ['work', 'slow'], python: '3.11' },
  ),
  define('client', 'async def client(n=0):\n    async with Client() as c:\n        return await c.get(n)', {
    needs: [
      'class Client:\n    async def __aenter__(self):\n        print("open")\n        return self\n\n    async def __aexit__(self, *exc):\n        print("close")\n\n    async def get(self, n):\n        await asyncio.sleep(0)\n        return {"n": n}',
    ],
  }),
  define('leaves', 'async def leaves(n=0):\n    await asyncio.sleep(0)\n    raise SystemExit(n)'),
  define('cancelled', 'async def cancelled(n=0):\n    asyncio.current_task().cancel()\n    await asyncio.sleep(0)'),
  define('interrupted', 'async def interrupted(n=0):\n    raise KeyboardInterrupt'),
  define('again', 'async def again(n=0):\n    if n <= 0:\n        return []\n    return [n] + await again(n - 1)', {
    call: 'again(3)',
  }),
  define(
    'future',
    'async def future(n=0):\n    made = asyncio.get_running_loop().create_future()\n    asyncio.get_running_loop().call_soon(made.set_result, n)\n    return await made',
  ),
  define(
    'shielded',
    'async def shielded(n=0):\n    try:\n        await asyncio.wait_for(asyncio.shield(slow(n + 2)), 0.002)\n    except asyncio.TimeoutError:\n        print("shield left")',
    { after: ['slow'] },
  ),
  define('counted', 'async def counted(n=0):\n    return len(asyncio.all_tasks())', {
    // A kernel has tasks of its own, and they count.
    home: 'script',
  }),
  define(
    'events',
    'async def events(n=0):\n    event = asyncio.Event()\n    task = asyncio.create_task(event.wait())\n    event.set()\n    await task\n    return event.is_set()',
  ),
  define(
    'locally',
    'async def locally(n=0):\n    with decimal.localcontext() as context:\n        context.prec = 4\n        await asyncio.sleep(0)\n        return decimal.Decimal(n) / 3',
    { needs: ['import decimal'] },
  ),

  define(
    'consume',
    'async def consume(n=0):\n    jobs = asyncio.Queue()\n\n    async def consumer():\n        while True:\n            print("job", await jobs.get())\n            jobs.task_done()\n\n    worker = asyncio.create_task(consumer())\n    for job in range(n + 1):\n        await jobs.put(job)\n    await jobs.join()\n    worker.cancel()\n    return jobs.qsize()',
  ),
  define(
    'limited',
    'async def limited(n=0):\n    gate = asyncio.Semaphore(1)\n\n    async def one(i):\n        async with gate:\n            await asyncio.sleep(0)\n            print("gate", i)\n            return i\n\n    return await asyncio.gather(*[one(i) for i in range(n + 2)])',
  ),
  define(
    'retried',
    'async def retried(n=0):\n    for attempt in range(3):\n        try:\n            return await fail(attempt)\n        except ValueError as error:\n            print("again", error)\n            await asyncio.sleep(0)',
    { after: ['fail'] },
  ),
  define(
    'with_timeout',
    'async def with_timeout(n=0):\n    try:\n        async with asyncio.timeout(0.002):\n            await tidy(n)\n    except TimeoutError:\n        print("timed out")',
    { after: ['tidy'], python: '3.11' },
  ),
  define('managed', 'async def managed(n=0):\n    async with opened(n) as value:\n        return value', {
    needs: [
      '@contextlib.asynccontextmanager\nasync def opened(n):\n    print("opening")\n    await asyncio.sleep(0)\n    yield n * 10\n    print("closing")',
    ],
  }),
  define(
    'told',
    'async def told(n=0):\n    task = asyncio.ensure_future(work(n))\n    task.add_done_callback(lambda done: print("done", done.result()))\n    await asyncio.sleep(0)\n    return await task',
    { after: ['work'] },
  ),
  define(
    'set_later',
    'async def set_later(n=0):\n    made = asyncio.get_running_loop().create_future()\n    asyncio.get_running_loop().call_later(0.002, made.set_result, n)\n    return await made',
  ),
  define(
    'group_fails',
    'async def group_fails(n=0):\n    try:\n        async with asyncio.TaskGroup() as group:\n            group.create_task(fail(n))\n            group.create_task(tidy(n))\n    except* ValueError as group:\n        print("group", len(group.exceptions))',
    { after: ['fail', 'tidy'], python: '3.11' },
  ),
  define(
    'apart',
    'async def apart(n=0):\n    return await asyncio.get_running_loop().run_in_executor(None, lambda: asyncio.run(quiet(n)))',
    { after: ['quiet'] },
  ),
  define(
    'threadsafe',
    'async def threadsafe(n=0):\n    loop = asyncio.get_running_loop()\n    return await loop.run_in_executor(None, lambda: asyncio.run_coroutine_threadsafe(quiet(n), loop).result())',
    { after: ['quiet'] },
  ),
  define('iterated', 'async def iterated(n=0):\n    return [each async for each in Rows(n)]', {
    needs: [
      'class Rows:\n    def __init__(self, n):\n        self.left = n + 1\n\n    def __aiter__(self):\n        return self\n\n    async def __anext__(self):\n        if not self.left:\n            raise StopAsyncIteration\n        self.left -= 1\n        await asyncio.sleep(0)\n        return self.left',
    ],
  }),
  define('waited', 'async def waited(n=0):\n    return await Later(n)', {
    needs: [
      'class Later:\n    def __init__(self, n):\n        self.n = n\n\n    def __await__(self):\n        yield from asyncio.sleep(0).__await__()\n        return self.n',
    ],
  }),
  define('service', 'service = Service()', {
    call: 'service.fetch(1)',
    shows: 'service.calls',
    needs: [
      'class Service:\n    def __init__(self):\n        self.calls = 0\n        self.cache = {}\n\n    async def fetch(self, n):\n        self.calls += 1\n        if n not in self.cache:\n            await asyncio.sleep(0)\n            self.cache[n] = n * 2\n        return self.cache[n]',
    ],
  }),
  define('guarded', 'guarded = Guarded()', {
    call: 'guarded.fetch(1)',
    python: '3.10',
    needs: [
      'class Guarded:\n    def __init__(self):\n        self.lock = asyncio.Lock()\n\n    async def fetch(self, n):\n        async with self.lock:\n            await asyncio.sleep(0)\n            return n',
    ],
  }),
  define(
    'all_done',
    'async def all_done(n=0):\n    done, pending = await asyncio.wait([asyncio.ensure_future(work(n)), asyncio.ensure_future(quiet(n))])\n    return sorted(task.result() for task in done), len(pending)',
    { after: ['work', 'quiet'] },
  ),
  define(
    'reset_name',
    'async def reset_name(n=0):\n    token = name.set("for a while")\n    print(name.get())\n    name.reset(token)',
    {
      needs: ['name = contextvars.ContextVar("name", default="nobody")'],
      shows: 'name.get()',
    },
  ),
  define(
    'asked',
    'async def asked(n=0):\n    found = numbers(n)\n    first = await found.__anext__()\n    await found.aclose()\n    return first',
    {
      needs: [
        'async def numbers(start):\n    try:\n        for i in range(5):\n            yield start + i\n    finally:\n            print("numbers closed")',
      ],
    },
  ),
  define(
    'own_end',
    'async def own_end(n=0):\n    asyncio.current_task().add_done_callback(lambda task: print("own task ends"))\n    await asyncio.sleep(0)\n    return n',
    // Awaited in a cell, it is part of the task of the cell.
    { home: 'script' },
  ),
  define(
    'child',
    'async def child(n=0):\n    parent = asyncio.current_task()\n\n    async def ask():\n        await asyncio.sleep(0)\n        return parent.done(), asyncio.current_task() is parent\n\n    return await asyncio.ensure_future(ask())',
  ),
  define(
    'swallowed',
    'async def swallowed(n=0):\n    asyncio.current_task().cancel()\n    try:\n        await asyncio.sleep(0)\n    except asyncio.CancelledError:\n        print("swallowed")\n    return n',
  ),
  define(
    'pinged',
    'async def pinged(n=0):\n    condition = asyncio.Condition()\n    found = []\n\n    async def waiter():\n        async with condition:\n            await condition.wait()\n            found.append(n)\n\n    task = asyncio.ensure_future(waiter())\n    await asyncio.sleep(0)\n    async with condition:\n        condition.notify()\n    await task\n    return found',
  ),
  define(
    'child_context',
    'async def child_context(n=0):\n    name.set("outside")\n\n    async def inside():\n        name.set("inside")\n        return name.get()\n\n    return await asyncio.ensure_future(inside()), name.get()',
    { needs: ['name = contextvars.ContextVar("name", default="nobody")'], shows: 'name.get()' },
  ),
  define(
    'command',
    'async def command(n=0):\n    process = await asyncio.create_subprocess_shell("echo %d" % n, stdout=asyncio.subprocess.PIPE)\n    out, _ = await process.communicate()\n    return out, process.returncode',
  ),
  define(
    'streamed',
    'async def streamed(n=0):\n    reader = asyncio.StreamReader()\n    reader.feed_data(b"line %d\\n" % n)\n    reader.feed_eof()\n    return [line async for line in reader]',
  ),
  define(
    'echoed',
    'async def echoed(n=0):\n    async def echo(reader, writer):\n        writer.write(await reader.readline())\n        await writer.drain()\n        writer.close()\n\n    server = await asyncio.start_server(echo, "127.0.0.1", 0)\n    async with server:\n        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])\n        writer.write(b"%d\\n" % n)\n        answer = await reader.readline()\n        writer.close()\n        await writer.wait_closed()\n    return answer',
  ),
  define(
    'stopped',
    'async def stopped(n=0):\n    beat = asyncio.ensure_future(tidy(n))\n    await asyncio.sleep(0)\n    beat.cancel()\n    try:\n        await beat\n    except asyncio.CancelledError:\n        print("beat stopped")',
    { after: ['tidy'] },
  ),
  define(
    'stacked',
    'async def stacked(n=0):\n    async with contextlib.AsyncExitStack() as stack:\n        client = await stack.enter_async_context(Client())\n        stack.push_async_callback(work, n)\n        return await client.get(n)',
    {
      after: ['work'],
      needs: [
        'class Client:\n    async def __aenter__(self):\n        print("open")\n        return self\n\n    async def __aexit__(self, *exc):\n        print("close")\n\n    async def get(self, n):\n        await asyncio.sleep(0)\n        return {"n": n}',
      ],
    },
  ),
  define(
    'in_loop',
    'async def in_loop(n=0):\n    return asyncio.get_running_loop() is asyncio.get_event_loop(), asyncio.get_running_loop().is_closed()',
  ),
  define(
    'recovered',
    'async def recovered(n=0):\n    try:\n        await asyncio.gather(fail(n), slow(n))\n    except ValueError as error:\n        print("recovered", error)\n    await asyncio.sleep(0.02)\n    return n',
    { after: ['fail', 'slow'] },
  ),
];
