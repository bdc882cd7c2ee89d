// What is tried first by those who guess: passwords of twelve characters or more that stand high in published leaks, and the
// words of which most others are made. Shorter ones are refused for their length.

export const breachedPasswords: ReadonlySet<string> = new Set(`
123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 123456123456 123123123123 112233445566 121212121212
111222333444 123456789abc 1234567890qwe 1234567890abc 0987654321qwe 123456qwerty 123456abcdef 123qweasdzxc 123qwe123qwe 1q2w3e4r5t6y
1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6 q1w2e3r4t5y6u7i8o9p0 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qaz1qaz1qaz 1qazxsw23edc zaq12wsxcde3
zaq1xsw2cde3 !qaz2wsx3edc qazwsxedcrfv qazwsxedc123 qwertyuiop123 qwertyuiop12 qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty
qwerty123qwerty qwertyuiop[] qwertyasdfgh qweasdzxc123 qweqweqweqwe asdfghjkl123 asdfghjkl;' asdfasdfasdf asdf1234asdf zxcvbnm12345
zxcvbnmasdfg abc123abc123 abcd1234abcd abcdefg12345 abcdefghijkl abcdef123456 a1b2c3d4e5f6 aa123456aa123 aaa111bbb222 password1234
password12345 password123456 password2019 password2020 password2021 password2022 password2023 password2024 password2025 password2026 passwordpassword
password!123 p@ssw0rd1234 p@ssword1234 passw0rd1234 pa$$word1234 mypassword123 changeme1234 changemenow1 letmein12345 welcome12345
welcome123456 welcome2024! administrator administrator1 admin1234567 admin@123456 adminadmin123 root12345678 test12345678 testtesttest user12345678
guest1234567 master123456 iloveyou1234 iloveyouforever iloveyou2024 sunshine1234 princess1234 football1234 baseball1234 basketball123
superman1234 batman123456 dragon123456 monkey123456 shadow123456 michael12345 jordan232323 starwars1234 trustno1trustno1 whateverwhatever
computer1234 internet1234 samsung12345 google123456 facebook1234 linkedin1234 pokemon12345 doraemon1234 hellokitty12 hello1234567
helloworld123 correcthorsebatterystaple thisisapassword thequickbrownfox maytheforcebewithyou letmeinletmein openopenopen secretsecret
nihongo12345 sakura123456 sakurasakura arigatou1234 arigatougozaimasu konnichiwa123 ohayougozaimasu tokyo1234567 tokyo2020tokyo nippon123456
tarou1234567 hanako123456 yamada123456 tanaka123456 suzuki123456 satou1234567 komae1234567 komaeshi1234 shiyakusho123 yakusho12345
seisakushitsu reiwa1234567 heisei123456 shouwa123456 kyoumo1nichi gambaruzou12 fujisan12345 naruto123456 onepiece1234 dragonball12
`.split(/\s+/).filter((word) => word !== ''));

/** A password that is only these, with digits and signs between them, is as good as known. The longest come first. */
export const weakWords: readonly string[] = `
administrator passwords password welcome changeme letmein iloveyou qwertyuiop asdfghjkl zxcvbnm qwerty asdfgh zxcvbn qazwsx passwd admin
system master secret guest login user test root temp staff office sunshine princess football baseball superman dragon monkey shadow
computer internet nippon nihon japan tokyo osaka kyoto sakura shiyakusho yakusho komae ayumi seisaku spring summer autumn winter
january february march april june july august september october november december abcdef abc
パスワード ぱすわーど あいうえお いろはにほへと 市役所 狛江市 狛江 あゆみ
`.split(/\s+/).filter((word) => word !== '').sort((left, right) => right.length - left.length);
