import { shippedLicences } from '../../../../scripts/licences/shipped.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  packages: shippedLicences().map(({ name, version, licence, url }) => ({ name, version, licence, url })),
});
