import asyncio, sys
class CLI:
    async def cmd_ok(self): print("ok")
    async def cmd_bad(self): raise SystemExit("bad thing")
    def __call__(self, argv):
        fn = getattr(self, "cmd_" + argv[0], None)
        if fn is None: return 2
        return asyncio.run(fn()) or 0
def entry(argv=("ok",)):
    rc = CLI()(argv)
    print("rc", rc); return rc
entry()
sys.exit(entry(("nope",)) or entry(("bad",)))
