print("20 of [0, 1, 2]")
print(3)
print(5)
