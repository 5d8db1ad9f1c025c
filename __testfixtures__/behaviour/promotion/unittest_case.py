import asyncio
import io
import unittest


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


class AddTest(unittest.TestCase):
    def test_add(self):
        self.assertEqual(asyncio.run(add(1, 2)), 3)

    def test_wrong(self):
        self.assertNotEqual(asyncio.run(add(1, 2)), 4)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(AddTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, result.wasSuccessful())
