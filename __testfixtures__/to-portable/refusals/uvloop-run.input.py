import uvloop


async def main():
    print('done')


uvloop.run(main())  # LS214
