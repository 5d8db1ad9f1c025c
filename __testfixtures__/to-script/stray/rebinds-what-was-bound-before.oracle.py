# What the author meant; as it stands it is a SyntaxError.
total = 1 + 2 * 2
print(total, total)
