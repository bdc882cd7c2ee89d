import { describeRule } from '../../../documents/tokenizer/describe-rule.testing.ts';
import { joinedWords } from './joined-words.ts';

describeRule(joinedWords, {
  'AI-OCR・RPAの導入／AI-OCR・RPAの検証／AI-OCR、RPAの活用': 'AI-OCR、RPA→AI-OCR・RPA',
}, [
  'AI・RPAの導入／IoT、AIの活用',
  'サーバー、ルーター／サーバー、ルーター',
]);
