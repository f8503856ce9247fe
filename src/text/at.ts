/**
 * The item at an index that is known to be inside.
 *
 * *Errors*: `RangeError` where it is not, which is a bug of the caller.
 */
export function at<Item>(items: ArrayLike<Item>, index: number): Item {
  if (!(index >= 0 && index < items.length))
    throw new RangeError(`no item ${index} among ${items.length}`);
  return items[index] as Item;
}
