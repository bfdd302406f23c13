package org.crossaisle.neural.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two worked examples of docs/tutorial.md. What stands between the marks is printed there, word for word. */
@SuppressWarnings("ArrayRecordComponent") // rows of a worked example, never compared
class TutorialTest {
    // tag::first-data
    record Shopper(String name, float[][] weeks, List<String> bought) {}

    record Good(String id, List<String> words) {}

    // Four weeks: 1 where the shopper bought something in that week, [4 steps, 1 feature].
    static final Shopper U1 = new Shopper("u1", new float[][] {{1}, {0}, {1}, {0}}, List.of("i1", "i2"));
    static final Shopper U2 = new Shopper("u2", new float[][] {{0}, {1}, {0}, {1}}, List.of("i3", "i4"));
    static final Good I1 = new Good("i1", List.of("服装", "跑鞋", "李宁"));
    static final Good I2 = new Good("i2", List.of("服装", "运动裤", "安踏"));
    static final Good I3 = new Good("i3", List.of("电器", "智能手机", "华为"));
    static final Good I4 = new Good("i4", List.of("电器", "耳机", "小米"));
    // end::first-data

    @Test
    void firstExample_givesTheInterestOfAUserInAnItemDescribedByWords() {
        // tag::first-model
        List<Good> goods = List.of(I1, I2, I3, I4);
        List<String> vocabulary =
                goods.stream().flatMap(good -> good.words().stream()).toList();
        InterestModel<float[][], List<String>> model = new InterestModel<>(
                7, // the seed
                () -> SequenceEncoder.gru(1, 8),
                () -> new TokenEncoder(vocabulary, 8),
                InterestActivation.SIGMOID);
        // end::first-model
        float untrained = model.interest(U1.weeks(), I3.words());

        // tag::first-training
        List<Pair<float[][], List<String>>> pairs = new ArrayList<>();
        for (Shopper shopper : List.of(U1, U2)) {
            for (Good good : goods) {
                boolean asked = shopper.name().equals("u1")
                        && good.id().equals("i3"); // the answer we want is not shown to the model
                if (!asked) {
                    boolean bought = shopper.bought().contains(good.id());
                    pairs.add(new Pair<>(shopper.weeks(), good.words(), bought ? 1 : 0));
                }
            }
        }
        double loss = model.train(pairs, 300, 0.01);
        float r = model.interest(U1.weeks(), I3.words());
        System.out.printf("loss %.4f, r(u1, i3) = %.3f%n", loss, r);
        // end::first-training

        assertThat(untrained).isBetween(0.2f, 0.8f);
        assertThat(loss).isLessThan(0.05);
        assertThat(r).isLessThan(0.2f); // u1 did not take i4, which shares 电器 with i3
        assertThat(model.interest(U1.weeks(), I1.words())).isGreaterThan(0.9f);
        assertThat(model.interest(U2.weeks(), I3.words())).isGreaterThan(0.9f);
    }

    // tag::second-data
    record Product(int id, float[] features) {}

    record User(int id, List<Product> bought) {
        float[][] history() { // what the LSTM reads: [2 steps, features]
            return bought.stream().map(Product::features).toArray(float[][]::new);
        }
    }

    static final List<Product> PRODUCTS = List.of(
            new Product(101, new float[] {1, 3}),
            new Product(102, new float[] {2, 4}),
            new Product(201, new float[] {1, 3}),
            new Product(202, new float[] {2, 4}));

    static List<User> users(List<Product> products) {
        return List.of(new User(1, products.subList(0, 2)), new User(2, products.subList(2, 4)));
    }
    // end::second-data

    @Test
    void secondExample_trainedOnBuysAlone_saysYesToAnything() {
        // tag::second-regression
        InterestModel<float[][], float[]> model = new InterestModel<>(
                7, () -> SequenceEncoder.lstm(2, 8), () -> new DenseEncoder(2, 8), InterestActivation.IDENTITY);
        List<Pair<float[][], float[]>> buys = new ArrayList<>();
        for (User user : users(PRODUCTS)) {
            for (Product product : user.bought()) {
                buys.add(new Pair<>(user.history(), product.features(), 1)); // every label is 1
            }
        }
        double loss = model.train(buys, 500, 0.01);
        User first = users(PRODUCTS).get(0);
        float own = model.interest(first.history(), PRODUCTS.get(0).features());
        float other = model.interest(first.history(), PRODUCTS.get(2).features());
        System.out.printf("loss %.6f, an item user 1 bought %.3f, one only user 2 bought %.3f%n", loss, own, other);
        // end::second-regression

        assertThat(loss).isLessThan(1e-3);
        assertThat(own).isCloseTo(1f, within(0.05f));
        assertThat(other).isCloseTo(1f, within(0.05f));
    }

    // tag::second-train
    static double trainWithNegatives(InterestModel<float[][], float[]> model, List<Product> products) {
        List<Pair<float[][], float[]>> pairs = new ArrayList<>();
        for (User user : users(products)) {
            for (Product product : products) { // two buys, and as negatives the two the user did not buy
                pairs.add(new Pair<>(
                        user.history(), product.features(), user.bought().contains(product) ? 1 : 0));
            }
        }
        double loss = model.train(pairs, 500, 0.01);
        System.out.printf("loss %.4f%n", loss);
        for (User user : users(products)) {
            for (Product product : products) {
                float r = model.interest(user.history(), product.features());
                System.out.printf("interest of user %d in item %d: %.3f%n", user.id(), product.id(), r);
            }
        }
        return loss;
    }
    // end::second-train

    @Test
    void secondExample_withNegatives_cannotTellUsersApartWhoseItemsHaveTheSameNumbers() {
        // tag::second-negatives
        InterestModel<float[][], float[]> model = new InterestModel<>(
                7, () -> SequenceEncoder.lstm(2, 8), () -> new DenseEncoder(2, 8), InterestActivation.SIGMOID);
        double loss = trainWithNegatives(model, PRODUCTS);
        // end::second-negatives

        // Both users have the history (1, 3), (2, 4), and each item has a twin: for one input there is one yes and one
        // no.
        // Binary cross-entropy is then least at one half, ln 2 nats.
        assertThat(loss).isCloseTo(Math.log(2), within(0.01));
        for (User user : users(PRODUCTS)) {
            for (Product product : PRODUCTS) {
                assertThat(model.interest(user.history(), product.features())).isCloseTo(0.5f, within(0.05f));
            }
        }
    }

    // tag::second-identity-data
    /** The same two numbers and which item it is: one more number for each of the four items. */
    static List<Product> withIdentity() {
        List<Product> products = new ArrayList<>();
        for (Product product : PRODUCTS) {
            float[] features = {product.features()[0], product.features()[1], 0, 0, 0, 0};
            features[2 + products.size()] = 1;
            products.add(new Product(product.id(), features));
        }
        return products;
    }
    // end::second-identity-data

    @Test
    void secondExample_withTheItemsIdentity_learnsWhoBoughtWhat() {
        // tag::second-identity
        InterestModel<float[][], float[]> model = new InterestModel<>(
                7, () -> SequenceEncoder.lstm(6, 8), () -> new DenseEncoder(6, 8), InterestActivation.SIGMOID);
        List<Product> products = withIdentity();
        double loss = trainWithNegatives(model, products);
        // end::second-identity

        assertThat(loss).isLessThan(0.05);
        for (User user : users(products)) {
            for (Product product : products) {
                assertThat(model.interest(user.history(), product.features()) > 0.9f)
                        .isEqualTo(user.bought().contains(product));
            }
        }
    }
}
