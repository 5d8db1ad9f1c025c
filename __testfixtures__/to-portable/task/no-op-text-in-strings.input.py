"""Run it with `asyncio.run(main())`."""

print("asyncio.run(main())")
