/** Replaces `Map.groupBy`, which the oldest supported browsers and Node 20 do not have. */
export const groupedBy = <Item, Group>(items: Iterable<Item>, groupOf: (item: Item) => Group): Map<Group, Item[]> => {
  const groups = new Map<Group, Item[]>();
  for (const item of items) {
    const group = groupOf(item);
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [item]);
    else members.push(item);
  }
  return groups;
};
