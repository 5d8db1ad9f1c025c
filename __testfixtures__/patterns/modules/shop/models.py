import django


class Manager:
    def count(self):
        return django.query(3)


class Item:
    objects = Manager()
