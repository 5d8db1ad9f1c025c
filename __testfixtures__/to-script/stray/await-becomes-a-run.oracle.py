# What the author meant; as it stands it is a SyntaxError.
print(3 * 2)
print(4 * 2)
