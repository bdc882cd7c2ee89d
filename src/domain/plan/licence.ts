/** On which terms a city lets its published data be used. It is the city's to say: where it says nothing, nothing is assumed. */
export type Licence = 'PDL-1.0' | 'CC-BY-4.0';

/** Names and addresses of the terms themselves. Sources: デジタル庁「公共データ利用規約（第1.0版）」; Creative Commons. */
export const licences: Readonly<Record<Licence, { readonly name: string; readonly address: string }>> = {
  'PDL-1.0': { name: '公共データ利用規約（第1.0版）（PDL1.0）', address: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0' },
  'CC-BY-4.0': { name: 'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）', address: 'https://creativecommons.org/licenses/by/4.0/' },
};
