"""Use it like this: result = await main(urls)"""
HELP = "await main()"
# await main()
print(HELP, __doc__)
