/** Pictures on the page as data: a figure that stands alone fetches nothing. In a page only. */

/** Address on the page → the picture as a data URL. */
export type Pictures = ReadonlyMap<string, string>;

async function dataUrl(address: string): Promise<string> {
  const file = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a picture could not be read'));
    reader.readAsDataURL(file);
  });
}

/** All pictures in an element that are not data already. */
export async function picturesIn(element: Element): Promise<Pictures> {
  const addresses = [
    ...[...element.querySelectorAll('img')].map(({ src }) => src),
    ...[...element.querySelectorAll('image')].map((image) => image.getAttribute('href') ?? ''),
  ].filter((address) => address !== '' && !/^(data:|#)/.test(address));
  const all = [...new Set(addresses)].map(async (address) => [address, await dataUrl(address)] as const);
  return new Map(await Promise.all(all));
}
