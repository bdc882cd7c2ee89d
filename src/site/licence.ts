/** On which terms the data may be used, where the plan states none: nothing is assumed. */
export const licenceText = '元の資料に記載なし';
