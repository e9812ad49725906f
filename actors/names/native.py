"""Names as Han characters and Hangul write them: what romanising them takes away is here still.

A name in, its characters out, brought to one way of writing: traditional characters to simplified
ones, the South's initial sounds and the North's to one. 王伟 and 王维 are both Wang Wei, and two.
"""

import re
import unicodedata

_HAN = re.compile(r"[㐀-䶿一-鿿々]{2,}")
_HANGUL = re.compile(r"[가-힣]{2,}")
_BETWEEN = re.compile(r"[\s·・‧]+")

# Of characters in names, the traditional and Japanese forms before the simplified ones.
_FORMS = (
    "張张 陳陈 劉刘 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 鄧邓 蕭萧 "
    "蘇苏 盧卢 蔣蒋 賈贾 葉叶 閻阎 鐘钟 鍾钟 許许 呂吕 餘余 錢钱 範范 譚谭 鄒邹 陸陆 "
    "嚴严 龍龙 龔龚 湯汤 賴赖 齊齐 喬乔 顧顾 閔闵 關关 歐欧 陽阳 諸诸 慶庆 國国 偉伟 "
    "華华 東东 軍军 強强 麗丽 蘭兰 蓮莲 鳳凤 鵬鹏 飛飞 鴻鸿 鶴鹤 鷹鹰 雲云 電电 興兴 "
    "榮荣 樂乐 業业 義义 學学 實实 寶宝 寧宁 對对 導导 師师 帥帅 廣广 開开 彥彦 應应 "
    "懷怀 愛爱 憲宪 戰战 揚扬 損损 擇择 撫抚 時时 晉晋 暉晖 曉晓 書书 會会 條条 棟栋 "
    "極极 標标 樹树 權权 歲岁 歸归 氣气 漢汉 潔洁 澤泽 沢泽 濤涛 濟济 済济 濱滨 浜滨 "
    "為为 熱热 燦灿 爾尔 獻献 現现 瑋玮 環环 瓊琼 產产 畢毕 發发 盡尽 監监 禮礼 禎祯 "
    "種种 積积 穎颖 窮穷 競竞 筆笔 節节 紀纪 約约 紅红 純纯 紹绍 結结 統统 經经 維维 "
    "綱纲 綿绵 緒绪 線线 緯纬 績绩 繼继 續续 纓缨 聖圣 聞闻 聯联 聰聪 肅肃 臨临 舉举 "
    "莊庄 薩萨 藝艺 蘊蕴 衛卫 補补 見见 親亲 觀观 訓训 記记 詠咏 詩诗 誌志 誠诚 語语 "
    "說说 調调 諒谅 論论 謙谦 證证 識识 譽誉 讓让 貝贝 貞贞 財财 貴贵 買买 費费 資资 "
    "賢贤 贊赞 車车 軒轩 載载 輝辉 輪轮 輯辑 轉转 辦办 農农 進进 運运 達达 遠远 適适 "
    "遜逊 選选 還还 邊边 鄉乡 醫医 針针 鈞钧 鈺钰 銀银 銘铭 銳锐 鋒锋 鋼钢 錄录 錦锦 "
    "鍵键 鎮镇 鏡镜 鐵铁 鉄铁 長长 門门 閃闪 間间 閣阁 闊阔 隊队 階阶 際际 隨随 險险 "
    "隱隐 雙双 靈灵 靜静 韋韦 韻韵 項项 順顺 須须 頌颂 預预 領领 頡颉 頤颐 頭头 題题 "
    "顏颜 願愿 類类 風风 養养 館馆 駒驹 駿骏 騰腾 驍骁 驚惊 驥骥 魯鲁 鮑鲍 鮮鲜 麥麦 "
    "點点 龐庞 齋斋 斎斋 斉齐 辺边 邉边 広广 桜樱 櫻樱 恵惠 実实 竜龙 滝泷 瀧泷 栄荣 "
    "円圆 圓圆 徳德 髙高 﨑崎 澁涩 渋涩 塩盐 鹽盐 亜亚 亞亚 壽寿 県县 縣县 萬万 雋隽 "
    "儉俭 億亿 優优 傑杰 側侧 償偿 劍剑 剛刚 創创 勁劲 務务 動动 勝胜 勞劳 勳勋 勛勋 "
    "協协 單单"
)
_SIMPLIFIED = {pair[0]: pair[1] for pair in _FORMS.split()}

_FIRST, _PER_INITIAL, _PER_VOWEL = 0xAC00, 588, 28
_N, _R, _SILENT = 2, 5, 11
# Vowels that begin with y, and i: before these the South drops n.
_PALATAL = frozenset({2, 3, 6, 7, 12, 17, 20})


def native_form(text: str) -> str | None:
    """Return a name written in Han characters or Hangul as one word; None where it is not.

    >>> native_form("張 偉"), native_form("리룡철") == native_form("이용철"), native_form("Li Wei")
    ('张伟', True, None)
    """
    joined = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    if _HAN.fullmatch(joined):
        return "".join(_SIMPLIFIED.get(character, character) for character in joined)
    if _HANGUL.fullmatch(joined):
        return "".join(map(_initial_sound, joined))
    return None


def _initial_sound(syllable: str) -> str:
    initial, rest = divmod(ord(syllable) - _FIRST, _PER_INITIAL)
    is_palatal = rest // _PER_VOWEL in _PALATAL
    if initial in (_N, _R):
        initial = _SILENT if is_palatal else _N
    return chr(_FIRST + initial * _PER_INITIAL + rest)
