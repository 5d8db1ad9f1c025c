async def main():
    return 1


# loopshift: skip  # LS116
await main()
x = 1  # loopshift: skip  # LS116
print("# loopshift: skip", await main())
load = "# loopshift: skip"
