# What the author meant; as it stands it is a SyntaxError.
print(0 + 1 + 2 + 3, [0, 1, 2])
