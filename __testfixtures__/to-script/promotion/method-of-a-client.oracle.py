print(["shop/a", "shop/b"])
