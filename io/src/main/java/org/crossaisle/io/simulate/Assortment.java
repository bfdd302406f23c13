package org.crossaisle.io.simulate;

import java.util.ArrayList;
import java.util.List;

/** The assortment of the simulated shop: categories with their words in two languages, and the planted affinities. */
final class Assortment {
    /**
     * A category.
     *
     * @param path levels from the department down
     * @param englishName the English name for one item of it
     * @param chinese the same in Chinese
     * @param price typical price
     * @param peakMonth the month of peak demand, from 1; 0 for none
     */
    record Category(String path, String englishName, String chinese, double price, int peakMonth) {
        String department() {
            return path.substring(0, path.indexOf('>'));
        }
    }

    /**
     * A planted affinity: customers who buy in one category go on to another more often than by chance.
     *
     * @param from index of a category
     * @param to index of another
     * @param probability that a purchase leads there
     * @param lagDays mean time in between, in days
     * @param lagDeviationDays its standard deviation
     */
    record Affinity(int from, int to, double probability, double lagDays, double lagDeviationDays) {}

    private static final String[] ROWS = {
        "Sports>Running>Trail Shoes|Trail Running Shoes|越野跑鞋|95|4",
        "Sports>Running>Shorts|Running Shorts|跑步短裤|35|6",
        "Sports>Running>Watches|GPS Watch|运动手表|180|0",
        "Sports>Camping>Tents|Two-Person Tent|双人帐篷|160|6",
        "Sports>Camping>Sleeping Bags|Sleeping Bag|睡袋|80|6",
        "Sports>Hydration>Bottles|Water Bottle|运动水壶|22|7",
        "Sports>Hydration>Packs|Hydration Pack|水袋背包|70|7",
        "Sports>Yoga>Mats|Yoga Mat|瑜伽垫|30|1",
        "Beauty>Skin Care>Sunscreen|Sunscreen Lotion|防晒霜|18|7",
        "Beauty>Skin Care>Moisturizers|Face Cream|面霜|28|12",
        "Beauty>Makeup>Lips|Lipstick|口红|16|2",
        "Beauty>Makeup>Nails|Nail Polish|指甲油|9|5",
        "Beauty>Hair>Shampoo|Shampoo|洗发水|12|0",
        "Beauty>Hair>Dryers|Hair Dryer|吹风机|45|0",
        "Electronics>Phones>Smartphones|Smartphone|智能手机|520|11",
        "Electronics>Phones>Cases|Phone Case|手机壳|15|11",
        "Electronics>Audio>Headphones|Wireless Headphones|无线耳机|90|12",
        "Electronics>Audio>Speakers|Bluetooth Speaker|蓝牙音箱|60|12",
        "Electronics>Cameras>Action Cameras|Action Camera|运动相机|240|6",
        "Electronics>Cameras>Memory Cards|Memory Card|存储卡|20|0",
        "Electronics>Computers>Laptops|Laptop|笔记本电脑|820|9",
        "Electronics>Computers>Keyboards|Mechanical Keyboard|机械键盘|75|9",
        "Kitchen>Coffee>Machines|Espresso Machine|意式咖啡机|210|12",
        "Kitchen>Coffee>Beans|Coffee Beans|咖啡豆|14|0",
        "Kitchen>Coffee>Grinders|Coffee Grinder|磨豆机|65|0",
        "Kitchen>Cookware>Pans|Frying Pan|平底锅|38|0",
        "Kitchen>Cookware>Knives|Chef Knife|主厨刀|55|0",
        "Kitchen>Baking>Moulds|Baking Mould|烘焙模具|17|12",
        "Baby>Feeding>Bottles|Baby Bottle|奶瓶|13|0",
        "Baby>Nappies>Nappies|Nappies|纸尿裤|25|0",
        "Baby>Travel>Strollers|Stroller|婴儿推车|260|4",
        "Baby>Travel>Car Seats|Car Seat|安全座椅|190|0",
        "Toys>Building>Bricks|Building Bricks|积木|40|12",
        "Toys>Learning>Puzzles|Puzzle|拼图|15|12",
        "Toys>Outdoor>Scooters|Kick Scooter|滑板车|60|5",
        "Toys>Dolls>Dolls|Doll|玩偶|25|12",
        "Clothing>Women>Dresses|Summer Dress|连衣裙|48|6",
        "Clothing>Women>Maternity|Maternity Jeans|孕妇牛仔裤|52|0",
        "Clothing>Men>Shirts|Cotton Shirt|纯棉衬衫|36|5",
        "Clothing>Men>Jackets|Rain Jacket|防雨夹克|85|10",
        "Clothing>Shoes>Sneakers|Sneakers|休闲鞋|70|4",
        "Clothing>Shoes>Boots|Leather Boots|皮靴|110|11",
        "Garden>Plants>Seeds|Vegetable Seeds|蔬菜种子|5|3",
        "Garden>Tools>Hoses|Garden Hose|花园水管|32|5",
        "Garden>Tools>Pruners|Pruning Shears|修枝剪|24|3",
        "Garden>Furniture>Chairs|Garden Chair|花园椅|75|5",
        "Garden>Grills>Grills|Charcoal Grill|烧烤炉|140|6",
        "Garden>Grills>Charcoal|Charcoal|木炭|16|6",
        "Pets>Dogs>Food|Dog Food|狗粮|34|0",
        "Pets>Dogs>Leads|Dog Lead|牵引绳|18|0",
        "Pets>Cats>Litter|Cat Litter|猫砂|15|0",
        "Pets>Cats>Trees|Cat Tree|猫爬架|65|0",
        "Books>Cooking>Cookbooks|Cookbook|食谱|24|12",
        "Books>Travel>Guides|Travel Guide|旅行指南|19|5",
        "Books>Children>Picture Books|Picture Book|绘本|12|12",
        "Books>Sport>Training|Training Handbook|训练手册|21|1",
    };

    private static final String[] AFFINITIES = {
        "Trail Shoes>Packs|0.55|9|3",
        "Trail Shoes>Sunscreen|0.40|14|5",
        "Trail Shoes>Training|0.35|6|2",
        "Tents>Grills|0.35|12|4",
        "Tents>Guides|0.45|7|3",
        "Watches>Headphones|0.40|10|4",
        "Smartphones>Cases|0.65|3|1",
        "Smartphones>Speakers|0.30|20|6",
        "Action Cameras>Memory Cards|0.70|2|1",
        "Action Cameras>Guides|0.30|15|5",
        "Laptops>Keyboards|0.45|8|3",
        "Machines>Beans|0.70|4|2",
        "Machines>Cookbooks|0.30|16|5",
        "Grinders>Beans|0.60|3|1",
        "Maternity>Nappies|0.60|45|10",
        "Maternity>Strollers|0.55|30|8",
        "Strollers>Car Seats|0.50|12|4",
        "Nappies>Picture Books|0.40|60|15",
        "Bricks>Puzzles|0.40|18|6",
        "Seeds>Hoses|0.45|11|4",
        "Grills>Charcoal|0.65|5|2",
        "Grills>Knives|0.35|13|4",
        "Leads>Rain Jacket|0.40|9|3",
        "Mats>Moisturizers|0.35|10|3",
        "Dresses>Lips|0.45|4|2",
        "Moulds>Cookbooks|0.40|7|3",
    };

    private Assortment() {}

    static List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        for (String row : ROWS) {
            String[] cells = row.split("\\|", -1);
            categories.add(new Category(
                    cells[0], cells[1], cells[2], Double.parseDouble(cells[3]), Integer.parseInt(cells[4])));
        }
        return categories;
    }

    /** The planted affinities between categories of {@link #categories()}. */
    static List<Affinity> affinities(List<Category> categories) {
        List<Affinity> affinities = new ArrayList<>();
        for (String row : AFFINITIES) {
            String[] cells = row.split("\\|", -1);
            String[] ends = cells[0].split(">", -1);
            affinities.add(new Affinity(
                    indexOf(categories, ends[0]),
                    indexOf(categories, ends[1]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3])));
        }
        return affinities;
    }

    private static int indexOf(List<Category> categories, String name) {
        for (int at = 0; at < categories.size(); at++) {
            String path = categories.get(at).path();
            if (path.endsWith(">" + name) || categories.get(at).englishName().equals(name)) {
                return at;
            }
        }
        throw new IllegalStateException("there is no category " + name);
    }
}
