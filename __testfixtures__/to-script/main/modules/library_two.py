MODE = "two"
