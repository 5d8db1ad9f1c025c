/** Where the text that is looked at lies; behind it is room to read on past its end, and for what is made of it. */
const PAGE: usize = 65536;

const base: usize = (__heap_base + PAGE - 1) & ~(PAGE - 1);

/** Makes room for as many bytes, and returns where it begins, which is the same each time. */
export function room(length: usize): usize {
  const pages = <i32>((base + length + PAGE - 1) / PAGE);
  if (pages > memory.size()) memory.grow(pages - memory.size());
  return base;
}
