import { readBundledLicences } from '../../../../scripts/licences/bundledPackages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  packages: [...readBundledLicences().values()]
    .map(({ name, version, licence, url }) => ({ name, version, licence, url }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en')),
});
