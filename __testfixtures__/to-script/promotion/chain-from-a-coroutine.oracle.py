print([1, 2])
print(30, 3, 4)
print("5")
