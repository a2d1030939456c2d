/**
 * What of colour space a word may mean: lightness and chroma of CIE LCh, and hue in degrees from–to (over 360 where
 * it wraps; null = any). Wide on purpose: shops call many things navy, and light and cloth change all of them.
 */
export interface Region {
  readonly L: readonly [number, number];
  readonly C: readonly [number, number];
  readonly h: readonly [number, number] | null;
}

export interface ColourWord {
  readonly id: string;
  /** in lower case, as shops write them in English and Chinese */
  readonly words: readonly string[];
  readonly region: Region;
}

const colour = (id: string, L: Region['L'], C: Region['C'], h: Region['h'], words: readonly string[]): ColourWord => ({ id, words: [id.replaceAll('-', ' '), ...words], region: { L, C, h } });

/** Colour words with their regions. The longest word that a declaration holds is the one it means. */
export const colourWords: readonly ColourWord[] = [
  colour('black', [0, 32], [0, 14], null, ['jet', 'noir', 'onyx', '黑', '墨黑', '曜石黑', '纯黑']),
  colour('charcoal', [12, 48], [0, 12], null, ['anthracite', 'graphite', 'dark grey', 'dark gray', '炭灰', '深灰', '石墨', '碳灰', '铁灰']),
  colour('grey', [25, 86], [0, 12], null, ['gray', 'heather', 'slate', '灰', '麻灰', '花灰', '水泥灰']),
  colour('light-grey', [55, 93], [0, 12], null, ['light gray', 'pale grey', '浅灰', '银灰']),
  colour('silver', [40, 96], [0, 13], null, ['chrome', 'steel', 'stainless', '银', '不锈钢']),
  colour('white', [80, 100], [0, 10], null, ['snow', 'blanc', '白', '纯白', '本白', '漂白']),
  colour('off-white', [76, 100], [0, 22], null, ['offwhite', 'ecru', 'eggshell', '米白', '乳白', '奶白', '灰白']),
  colour('ivory', [76, 100], [0, 28], [60, 120], ['象牙', '象牙白']),
  colour('cream', [74, 100], [2, 32], [60, 115], ['vanilla', '奶油', '奶油白', '奶黄', '奶杏']),
  colour('beige', [56, 95], [3, 32], [45, 110], ['sand', 'oatmeal', 'stone', 'natural', 'linen', '米', '米色', '燕麦', '沙', '沙色', '亚麻', '本色']),
  colour('khaki', [40, 84], [7, 40], [58, 118], ['卡其', '卡其色']),
  colour('tan', [42, 82], [12, 46], [48, 92], ['wheat', 'biscuit', '浅棕', '小麦', '茶', '茶色']),
  colour('camel', [38, 78], [16, 52], [48, 88], ['caramel', '驼', '焦糖', '驼色']),
  colour('brown', [10, 60], [5, 55], [22, 88], ['walnut', 'wood', 'wooden', 'oak', '棕', '褐', '胡桃', '木', '原木', '木纹']),
  colour('chocolate', [6, 46], [3, 42], [15, 85], ['espresso', 'coffee', 'mocha', '巧克力', '咖啡', '咖色', '咖', '摩卡', '深棕', '深咖']),
  colour('apricot', [62, 96], [6, 46], [40, 98], ['peach', 'nude', 'champagne', '杏', '香槟', '裸', '裸色', '肤', '肉色', '蜜桃']),
  colour('gold', [42, 93], [16, 80], [62, 106], ['golden', 'brass', '金', '金色', '黄铜', '土豪金', '香槟金']),
  colour('rose-gold', [45, 90], [6, 42], [10, 80], ['rosegold', '玫瑰金']),
  colour('bronze', [20, 66], [8, 52], [40, 98], ['古铜', '青铜']),
  colour('copper', [28, 74], [16, 64], [30, 74], ['rust', 'terracotta', 'brick', '铜', '紫铜', '铁锈', '锈红', '砖红', '陶土']),
  colour('yellow', [60, 100], [30, 120], [72, 114], ['lemon', '黄', '柠檬黄', '鹅黄', '明黄', '浅黄']),
  colour('mustard', [45, 82], [30, 90], [64, 100], ['ochre', 'turmeric', '姜黄', '芥末', '土黄', '芥黄']),
  colour('orange', [46, 84], [38, 120], [40, 78], ['tangerine', 'pumpkin', '橙', '橘', '桔', '橙红', '橘红', '爱马仕橙']),
  colour('coral', [48, 84], [26, 84], [12, 55], ['salmon', '珊瑚', '珊瑚红', '三文鱼', '鲑红']),
  colour('red', [20, 64], [32, 120], [352, 410], ['scarlet', 'crimson', 'cherry', '红', '大红', '正红', '中国红', '朱红', '赤']),
  colour('burgundy', [8, 44], [10, 64], [335, 402], ['wine', 'maroon', 'bordeaux', 'oxblood', '酒红', '枣红', '暗红', '深红', '绛红', '勃艮第']),
  colour('pink', [48, 96], [6, 68], [315, 395], ['blush', 'rose', '粉', '粉红', '浅粉', '樱花', '藕粉', '豆沙', '肉粉', '裸粉', '西瓜红']),
  colour('hot-pink', [34, 76], [34, 105], [322, 390], ['fuchsia', 'raspberry', '玫红', '玫瑰红', '桃红', '梅红', '洋红']),
  colour('magenta', [32, 78], [42, 120], [305, 352], ['品红']),
  colour('purple', [12, 68], [12, 120], [290, 342], ['plum', 'aubergine', 'eggplant', '紫', '紫红', '深紫', '茄紫', '葡萄紫']),
  colour('violet', [12, 66], [22, 135], [296, 332], ['紫罗兰']),
  colour('lavender', [54, 94], [6, 54], [265, 335], ['lilac', 'mauve', '薰衣草', '浅紫', '丁香紫', '香芋', '香芋紫', '淡紫', '雾紫']),
  colour('blue', [14, 86], [10, 135], [212, 312], ['蓝', '天空蓝', '湛蓝', '雾霾蓝', '雾蓝', '灰蓝', '孔雀蓝']),
  colour('light-blue', [56, 96], [5, 54], [205, 292], ['sky blue', 'baby blue', 'pale blue', 'sky', '浅蓝', '天蓝', '淡蓝', '冰蓝', '水蓝']),
  colour('navy', [2, 38], [2, 54], [235, 315], ['navy blue', 'dark blue', 'midnight', 'midnight blue', '藏青', '藏蓝', '海军蓝', '深蓝', '墨蓝', '午夜蓝']),
  colour('royal-blue', [16, 62], [32, 135], [262, 312], ['cobalt', 'electric blue', 'sapphire', '宝蓝', '宝石蓝', '钴蓝', '克莱因蓝', '皇家蓝']),
  colour('denim', [16, 76], [4, 46], [228, 296], ['denim blue', 'jeans', '牛仔', '牛仔蓝', '丹宁']),
  colour('indigo', [8, 48], [10, 95], [262, 318], ['靛', '靛蓝', '靛青']),
  colour('teal', [16, 66], [8, 54], [172, 248], ['petrol', 'peacock', '蓝绿', '鸭绿', '孔雀绿', '青绿']),
  colour('turquoise', [44, 92], [12, 64], [162, 232], ['aqua', 'tiffany', '湖蓝', '绿松石', '蒂芙尼蓝', '湖绿', '水绿']),
  colour('cyan', [38, 96], [8, 66], [150, 245], ['青', '青色', '青瓷', '天青']),
  colour('green', [12, 90], [8, 125], [102, 184], ['emerald', 'grass', '绿', '翠绿', '草绿', '祖母绿', '果绿']),
  colour('dark-green', [4, 48], [4, 64], [100, 196], ['forest green', 'forest', 'bottle green', 'racing green', '墨绿', '深绿', '森林绿', '松绿']),
  colour('olive', [18, 66], [6, 64], [78, 135], ['army green', 'military', 'moss', '橄榄', '橄榄绿', '军绿', '苔绿', '抹茶', '牛油果']),
  colour('mint', [62, 97], [5, 50], [130, 196], ['sage', 'seafoam', 'pistachio', '薄荷', '薄荷绿', '浅绿', '豆绿', '豆青', '灰绿']),
  colour('lime', [60, 97], [36, 125], [96, 142], ['neon green', 'fluorescent green', 'neon', '荧光', '荧光绿', '荧光黄', '青柠', '柠檬绿']),
];

/** Words after which no single colour can be asked for: of several colours, of a pattern, or of none. */
export const silentWords: readonly string[] = [
  'multi', 'multicolour', 'multicolor', 'multicoloured', 'multicolored', 'assorted', 'mixed', 'various', 'random', 'rainbow', 'print', 'printed', 'pattern', 'patterned',
  'floral', 'striped', 'stripe', 'plaid', 'check', 'checked', 'camo', 'camouflage', 'leopard', 'tie dye', 'gradient', 'iridescent', 'holographic', 'transparent', 'clear', 'default',
  '多色', '彩色', '混色', '彩', '花色', '印花', '碎花', '图案', '条纹', '格子', '格纹', '拼色', '撞色', '迷彩', '豹纹', '渐变', '扎染', '透明', '随机', '混合', '默认', '炫彩', '幻彩', '七彩',
];
