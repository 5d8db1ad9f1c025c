# What the author meant; as it stands it is a SyntaxError.
print(None, ("loaded", 3 * 2))
