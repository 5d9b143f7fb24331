/** A canvas as a PNG file: lossless, so that the network gets the very pixels. */
export async function pngFile(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the canvas gave no PNG');
  return new File([blob], name, { type: 'image/png' });
}
