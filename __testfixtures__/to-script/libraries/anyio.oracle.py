print(1)
print(2, 3, 9, 6, 7, 8, 9, [0, 1, 2])
print("10 and 11")
