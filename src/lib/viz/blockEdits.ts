/** What is done in one block. */
export interface BlockEdits {
  readonly cut: boolean;
  readonly removed: boolean;
  /** α: what the branch is multiplied by. */
  readonly branch: number;
  /** λ: what the shortcut is multiplied by. */
  readonly shortcut: number;
  readonly swappedWith: readonly string[];
  readonly muted: number;
}
