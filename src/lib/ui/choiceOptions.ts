/** Values with their texts, as `Choice` takes them. */
export const choiceOptions = <T extends string>(
  values: readonly T[],
  texts: Readonly<Record<T, string>>,
): readonly { readonly value: T; readonly text: string }[] =>
  values.map((value) => ({ value, text: texts[value] }));
