# What the author meant; as it stands it is a SyntaxError.
print([1 * 2, 2 * 2])
