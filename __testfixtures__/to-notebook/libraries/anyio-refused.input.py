import anyio


async def main(n=1):
    await anyio.sleep(0)
    return n


anyio.run(main, backend='trio')  # LS801
anyio.run(main())  # LS802
anyio.run(main, backend_options={'use_uvloop': True})  # LS207
anyio.run(  # LS803
    main,  # why
    3,
)
args = [3]
anyio.run(*args)  # LS208
