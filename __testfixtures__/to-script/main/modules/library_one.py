MODE = "one"
