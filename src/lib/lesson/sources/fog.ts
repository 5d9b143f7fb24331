import { arXiv, doi, source } from './source.ts';

/** Fog and visibility. */
export const fog = {
  he2009: source(
    'He et al. 2009',
    'He, Sun, Tang',
    'Single Image Haze Removal Using Dark Channel Prior',
    2009,
    'CVPR',
    doi('10.1109/CVPR.2009.5206515'),
  ),
  horvath1971: source(
    'Horvath 1971',
    'Horvath',
    'On the applicability of the Koschmieder visibility formula',
    1971,
    'Atmospheric Environment 5',
    doi('10.1016/0004-6981(71)90081-3'),
  ),
  koschmieder1924: source(
    'Koschmieder 1924',
    'Koschmieder',
    'Theorie der horizontalen Sichtweite',
    1924,
    'Beiträge zur Physik der freien Atmosphäre 12',
    'https://glossary.ametsoc.org/wiki/Koschmieder%27s_law',
  ),
  lee2016: source(
    'Lee & Shang 2016',
    'Lee, Shang',
    'Visibility: How Applicable is the Century-Old Koschmieder Model?',
    2016,
    'Journal of the Atmospheric Sciences 73',
    doi('10.1175/JAS-D-16-0102.1'),
  ),
  li2019reside: source(
    'Li et al. 2019',
    'Li, Ren, Fu, Tao, Feng, Zeng, Wang',
    'Benchmarking Single-Image Dehazing and Beyond',
    2019,
    'IEEE Transactions on Image Processing 28',
    arXiv('1712.04143'),
  ),
  palvanov2019: source(
    'Palvanov & Cho 2019',
    'Palvanov, Cho',
    'VisNet: Deep Convolutional Neural Networks for Forecasting Atmospheric Visibility',
    2019,
    'Sensors 19',
    doi('10.3390/s19061343'),
  ),
  wmo: source(
    'WMO',
    'World Meteorological Organization',
    'Guide to Instruments and Methods of Observation (WMO-No. 8), volume I, chapter 9: Measurement of visibility',
    2023,
    'WMO',
    'https://library.wmo.int/idurl/4/68695',
  ),
};
