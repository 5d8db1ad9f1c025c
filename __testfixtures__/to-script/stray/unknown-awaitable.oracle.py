# What the author meant; as it stands it is a SyntaxError.
print(5 * 2)
