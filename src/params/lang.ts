/** English has no prefix, Chinese lives under /zh/. */
export function match(parameter: string): parameter is 'zh' {
  return parameter === 'zh';
}
