/**
 * The item at an index that the caller knows to lie inside: counted by a loop, or handed out with the list.
 *
 * *Errors*: `RangeError` where it does not, which is a bug of the caller.
 */
export function itemAt<Item>(items: ArrayLike<Item>, index: number): Item {
  if (!(index >= 0 && index < items.length))
    throw new RangeError(`no item ${index} among ${items.length}`);
  return items[index] as Item;
}

/**
 * The value under a key that the caller knows to be there: the map was filled from the same list.
 *
 * *Errors*: `RangeError` where it is not, which is a bug of the caller.
 */
export function valueAt<Key, Value>(values: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = values.get(key);
  if (value === undefined) throw new RangeError(`no value for ${String(key)}`);
  return value;
}
